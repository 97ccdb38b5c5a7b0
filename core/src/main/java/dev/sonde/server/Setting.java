package dev.sonde.server;

import java.util.Locale;

/**
 * One line of the table of settings. {@code --max-connections} on the command line,
 * {@code SONDE_MAX_CONNECTIONS} in the environment and {@code max-connections = 100} in the file
 * are the same setting; the first of them that is given counts.
 */
public enum Setting {
    HOST("127.0.0.1", "name or address to listen on; without `secret-file` loopback only"),
    PORT("8080", "port to listen on; 0 for any free one"),
    SECRET_FILE(
            "", "file with the secret that tokens are signed with; without it development mode"),
    ORIGINS("", "other pages that may connect, such as `https://study.example.org`, by commas"),
    OPERATOR_TOKEN_FILE(
            "", "file with the token for `/metrics`, `/lobby` and `/events`; without it nobody"),
    POOLS("default", "names of the waiting pools, by commas; they are independent"),
    GROUP_SIZE("2", "people in a match, 2 to 16"),
    MATCHMAKER("fifo", "`fifo`, `latency-fifo`, `group-reunion` or `group-reunion-or-fifo`"),
    MAX_P2P_RTT_MS(
            "", "largest round-trip time between two members; without it nothing is measured"),
    MAX_SERVER_RTT_MS("", "largest sum of two people's round-trip times to us, for `latency-fifo`"),
    RESULTS("first", "which result counts: `first`, `both-mean`, `both-max` or `both-min`"),
    PROBE_TIMEOUT_MS("15000", "longest a probe may take"),
    WAITING_TIME_MS("120000", "longest that anybody waits for a match"),
    HOLD_MS("5000", "how long a match is undone if a member is lost"),
    TURN_SECRET_FILE("", "file with the secret shared with the TURN server; needs `secret-file`"),
    TURN_URLS("", "addresses of the TURN server for our clients, by commas"),
    TURN_SECONDS("120", "how long TURN credentials are good"),
    WEBHOOK("", "address that matches are posted to"),
    WEBHOOK_SECRET_FILE("", "file with the secret that posts are signed with"),
    KEY_STORE("", "PKCS #12 file for TLS; without it plain, for a proxy in front"),
    KEY_STORE_PASSWORD_FILE("", "file with its password"),
    MAX_CONNECTIONS("20000", "most websockets at a time"),
    IO_THREADS(
            "1", "threads that serve sockets; a pool lives on one, so more help only more pools"),
    RECORD("", "file to record the first pool's session to, with names and payloads replaced");

    private final String byDefault;
    private final String says;

    Setting(String byDefault, String says) {
        this.byDefault = byDefault;
        this.says = says;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String variable() {
        return "SONDE_" + name();
    }

    /** Empty if there is none. */
    public String byDefault() {
        return byDefault;
    }

    /** What it is, for people, in Markdown. */
    public String says() {
        return says;
    }
}
