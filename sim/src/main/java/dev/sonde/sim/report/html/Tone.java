package dev.sonde.sim.report.html;

/** Whether something is good, for its colour and its sign; never by colour alone. */
public enum Tone {
    GOOD("good", "✓"),
    BAD("bad", "✗"),
    DOUBT("doubt", "?"),
    PLAIN("plain", "");

    private final String styleName;
    private final String sign;

    Tone(String styleName, String sign) {
        this.styleName = styleName;
        this.sign = sign;
    }

    String styleName() {
        return styleName;
    }

    String sign() {
        return sign;
    }
}
