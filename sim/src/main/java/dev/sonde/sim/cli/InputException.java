package dev.sonde.sim.cli;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the user gave cannot be used. The message says what was seen and what to do. */
final class InputException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    InputException(String message) {
        super(message);
    }

    InputException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The system's refusal in words; its own messages are often no more than a path. */
    static InputException of(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return new InputException(denied.getFile() + ": no permission", e);
        }
        if (e instanceof NoSuchFileException missing) {
            return new InputException(missing.getFile() + ": there is no such file", e);
        }
        if (e instanceof FileAlreadyExistsException there) {
            return new InputException(there.getFile() + ": a file of that name is there", e);
        }
        if (e instanceof FileSystemException refused) {
            String reason = refused.getReason();
            return new InputException(
                    refused.getFile() + ": "
                            + (reason == null ? "it can be neither read nor written" : reason),
                    e);
        }
        return new InputException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
}
