package dev.sonde.server;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** Which pages may connect: those that this server gave out itself, and those on the list. */
final class Origins {

    private final List<String> allowed;
    private final boolean loopbackOnly;

    /**
     * @param allowed origins such as {@code https://study.example.org}
     * @param loopbackOnly true in development mode: a name that an attacker's DNS points here is
     *     then no way in
     */
    Origins(List<String> allowed, boolean loopbackOnly) {
        this.allowed = List.copyOf(allowed);
        this.loopbackOnly = loopbackOnly;
    }

    boolean isHostAllowed(@Nullable String host) {
        return !loopbackOnly || (host != null && isLoopback(host));
    }

    /** @param origin null for what is no browser: that needs a token, which is asked for anyway */
    boolean isAllowed(@Nullable String origin, @Nullable String host) {
        if (origin == null || allowed.contains(origin)) {
            return true;
        }
        String own = host == null ? "" : host.toLowerCase(Locale.ROOT);
        return origin.equals("http://" + own) || origin.equals("https://" + own);
    }

    private static boolean isLoopback(String host) {
        int port = host.lastIndexOf(':');
        boolean hasPort = port > host.lastIndexOf(']');
        String name = (hasPort ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
    }
}
