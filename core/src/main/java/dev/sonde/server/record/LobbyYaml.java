package dev.sonde.server.record;

import java.util.Map;

/** A server's settings as the section {@code lobby} of a scenario. */
final class LobbyYaml {

    private final Map<String, String> settings;

    LobbyYaml(Map<String, String> settings) {
        this.settings = settings;
    }

    private String setting(String key) {
        return settings.getOrDefault(key, "");
    }

    String text() {
        return "lobby:\n" + matchmaker() + probe() + waiting();
    }

    private String matchmaker() {
        String type = setting("matchmaker");
        boolean isReunion = type.startsWith("group-reunion");
        return "  matchmaker: {type: "
                + (isReunion ? "group-reunion" : type.isEmpty() ? "fifo" : type)
                + (isReunion ? ", fallback-to-fifo: " + type.endsWith("-or-fifo") : "")
                + millis(", max-server-rtt: ", "max-server-rtt-ms")
                + millis(", max-p2p-rtt: ", "max-p2p-rtt-ms")
                + (setting("group-size").isEmpty() ? "" : ", group-size: " + setting("group-size"))
                + "}\n";
    }

    private String probe() {
        String results = setting("results");
        String[] words = results.split("-", 2);
        String text = millis(", timeout: ", "probe-timeout-ms")
                + (results.isEmpty() ? "" : ", results: " + words[0])
                + (words.length == 2 ? ", combine: " + words[1] : "");
        return text.isEmpty() ? "" : "  probe: {" + text.substring(2) + "}\n";
    }

    private String waiting() {
        String text = millis(", time: ", "waiting-time-ms") + millis(", hold: ", "hold-ms");
        return text.isEmpty() ? "" : "  waiting: {" + text.substring(2) + "}\n";
    }

    private String millis(String before, String key) {
        return setting(key).isEmpty() ? "" : before + setting(key) + "ms";
    }
}
