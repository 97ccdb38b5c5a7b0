package dev.sonde.server;

import io.netty.channel.ChannelHandlerContext;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that the server gives out: these and no others, read once. */
final class WebFiles {
    /** One file, ready to be sent. */
    static final class Served {

        private final String type;
        private final byte[] bytes;

        Served(String type, byte[] bytes) {
            this.type = type;
            this.bytes = bytes;
        }

        void answer(ChannelHandlerContext ctx) {
            Answers.bytes(ctx, 200, type, bytes);
        }
    }

    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, Served> files = new LinkedHashMap<>();

    WebFiles() {
        add("/", "index.html", HTML);
        add("/operator", "operator.html", HTML);
        add("/page.js", "page.js", SCRIPT);
        add("/operator.js", "operator.js", SCRIPT);
        add("/sonde-client.js", "sonde-client.js", SCRIPT);
        add("/page.css", "page.css", "text/css; charset=utf-8");
    }

    private void add(String path, String name, String type) {
        try (InputStream in = WebFiles.class.getResourceAsStream("web/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the page's file " + name + " is not in the jar");
            }
            files.put(path, new Served(type, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    Served find(String path) {
        return files.get(path);
    }
}
