package dev.sonde.sim.population;

import dev.sonde.sim.network.Presets;
import dev.sonde.sim.network.Profile;
import dev.sonde.sim.scenario.ProfileEntry;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The networks that people of a scenario can be in: its own, and the presets by their names. */
public final class Profiles {

    private final Map<String, Profile> profiles = new LinkedHashMap<>();
    private final Map<String, String> lans = new LinkedHashMap<>();

    /**
     * Entries of a scenario come before presets of the same name.
     *
     * @param folder where files that entries name are looked for
     */
    public Profiles(List<ProfileEntry> entries, Path folder) {
        Presets.all().forEach(preset -> profiles.put(preset.name(), preset.profile()));
        for (ProfileEntry entry : entries) {
            profiles.put(entry.name(), entry.profile(folder));
            lans.put(entry.name(), entry.lan());
        }
    }

    /** @throws IllegalArgumentException if there is no such profile */
    public Profile find(String name) {
        Profile profile = profiles.get(name);
        if (profile == null) {
            throw new IllegalArgumentException("no profile is called '" + name + "'");
        }
        return profile;
    }

    /** The network that all people of a profile share; empty if each has one of its own. */
    public String lanOf(String profile) {
        return lans.getOrDefault(profile, "");
    }
}
