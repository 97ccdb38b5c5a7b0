package dev.sonde.sim.scenario;

/** What a text in a scenario file stands for, where the Java type does not tell. */
enum As {
    /** The Java type says it all. */
    TYPE,
    /** Any text of one line. */
    LINE,
    /** Any text. */
    TEXT,
    /** A new name for a person. */
    ID,
    /** A new name for a crowd. */
    CROWD,
    /** A name that nothing in the file refers to as a person: a pool, a local network. */
    NAME,
    /** A region of the matrix: a name, or the number of a row. */
    REGION,
    /** Names a person: one that is listed, or a member of a crowd. */
    PERSON,
    /** Names a person or a whole crowd. */
    PERSON_OR_CROWD,
    /** Names a profile of the file or a preset. */
    PROFILE,
    /** Names a behaviour of virtual clients. */
    BEHAVIOUR,
    /** Names a claim. */
    CLAIM,
    /** A link in the words of netem. */
    LINK,
    /** A matchmaker: a known word or a class name. */
    MATCHMAKER,
    /** Names a protocol pack. */
    PROTOCOL,
    /** A lobby: a known word or a class name. */
    LOBBY,
    /** How ids of a crowd are made, with {@code {n}} for the number. */
    ID_PATTERN,
    /** A whole number that may end in k, M or G. */
    COUNT,
    /** {@code on} or {@code off}. */
    SWITCH,
    /** The word {@code server}, for faults that hit the only server there is. */
    SERVER
}
