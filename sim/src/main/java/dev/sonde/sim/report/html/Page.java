package dev.sonde.sim.report.html;

import java.util.List;

/**
 * A whole report.
 *
 * @param kind what sort of report it is, in a word or two
 * @param title what it is about
 * @param facts what identifies it, each a few words: a seed, a version, a digest
 * @param verdict what came out, in a word or two
 * @param tone whether that is good
 * @param summary sentences
 */
public record Page(
        String kind,
        String title,
        List<String> facts,
        String verdict,
        Tone tone,
        List<String> summary,
        List<Section> sections) {

    public Page {
        facts = List.copyOf(facts);
        summary = List.copyOf(summary);
        sections = List.copyOf(sections);
    }

    /**
     * A part with a heading.
     *
     * @param id for links: lower-case letters and dashes
     * @param lead what one sees, in a sentence or two; may be empty
     */
    public record Section(String id, String title, String lead, List<Block> blocks) {

        public Section {
            if (!id.matches("[a-z][a-z-]*")) {
                throw new IllegalArgumentException("'" + id + "' is no id of a section");
            }
            blocks = List.copyOf(blocks);
        }
    }
}
