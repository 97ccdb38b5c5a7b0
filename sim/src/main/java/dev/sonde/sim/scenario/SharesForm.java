package dev.sonde.sim.scenario;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A mapping of words to shares that are 100 % together. */
final class SharesForm implements Form<Mix> {

    private final KeyedForm<Mix.Part> parts;

    SharesForm(ScalarForm<String> word) {
        this.parts = new KeyedForm<>(
                "a mapping of shares that are 100% together",
                word,
                Forms.SHARE,
                SharesForm::part,
                Mix.Part::word,
                part -> Forms.SHARE.write(part.sharePpm()));
    }

    KeyedForm<Mix.Part> parts() {
        return parts;
    }

    @Override
    public String title() {
        return parts.title();
    }

    @Override
    public @Nullable Mix read(Node node, Reading reading) {
        List<Mix.Part> read = parts.read(node, reading);
        if (read == null) {
            return null;
        }
        long sum = 0;
        for (Mix.Part part : read) {
            sum += part.sharePpm();
        }
        if (sum != Mix.WHOLE_PPM) {
            reading.problem(node.at(), "", "the shares are " + Shares.print(sum)
                    + " together, not 100%", "make them 100% together");
            return null;
        }
        return new Mix(read);
    }

    private static Mix.@Nullable Part part(
            String word, Node.Scalar key, Node value, Reading reading) {
        Long share = Forms.SHARE.read(value, reading);
        if (share == null) {
            return null;
        }
        if (share < 0 || share > Mix.WHOLE_PPM) {
            reading.problem(value.at(), "", value.what() + " is not a part of 100%", Shares.HELP);
            return null;
        }
        return new Mix.Part(word, share);
    }

    @Override
    public Node write(Mix mix) {
        return parts.write(mix.parts());
    }
}
