package dev.sonde.sim.peer;

import dev.sonde.protocol.Instance;
import dev.sonde.protocol.SubjectId;
import dev.sonde.sim.kernel.Choices;
import dev.sonde.sim.kernel.Kernel;
import dev.sonde.sim.network.MediaPlane;

/** What a virtual person lives in. */
public interface World {

    Kernel kernel();

    Choices choices();

    MediaPlane media();

    /**
     * Begins a signalling connection to the server. The listener hears of it by kernel events only,
     * never from inside this call.
     */
    Uplink connect(SubjectId subject, Instance instance, Uplink.Listener listener);

    /** Somebody is gone for good and will connect to nobody any more. */
    void gone(SubjectId subject);

    /** Who writes down what people do and measure. */
    Observer observer();

    /** Where people who should not know hear of probes. One for the whole world. */
    Grapevine grapevine();
}
