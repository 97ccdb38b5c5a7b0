package dev.sonde.server;

import dev.sonde.protocol.Instance;
import dev.sonde.protocol.SubjectId;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Decides on a handshake: who is it, and may they come in? */
final class Doorkeeper {

    /** The cookie that may carry the token. */
    static final String COOKIE = "sonde_token";

    private final @Nullable Tokens tokens;
    private final Origins origins;
    private final List<String> pools;
    private final LongSupplier nowSeconds;

    /** @param tokens null in development mode, where everybody is who they say */
    Doorkeeper(
            @Nullable Tokens tokens, Origins origins, List<String> pools, LongSupplier nowSeconds) {
        this.tokens = tokens;
        this.origins = origins;
        this.pools = List.copyOf(pools);
        this.nowSeconds = nowSeconds;
    }

    /** An {@link Admission} or a {@link Denial}. */
    Object judge(HttpHeaders headers, Map<String, List<String>> query) {
        Denial denial = judgeForm(headers, query);
        if (denial != null) {
            return denial;
        }
        Instance instance = instance(first(query, "instance"));
        return tokens == null ? byName(query, instance) : byToken(tokens, headers, query, instance);
    }

    private @Nullable Denial judgeForm(HttpHeaders headers, Map<String, List<String>> query) {
        String host = headers.get(HttpHeaderNames.HOST);
        if (!"websocket".equals(first(query, "transport"))) {
            return Denial.TRANSPORT;
        }
        if (!"4".equals(first(query, "EIO"))) {
            return Denial.VERSION;
        }
        if (query.containsKey("sid")) {
            return Denial.SESSION;
        }
        if (!origins.isHostAllowed(host)) {
            return Denial.HOST;
        }
        return origins.isAllowed(headers.get(HttpHeaderNames.ORIGIN), host) ? null : Denial.ORIGIN;
    }

    private Object byName(Map<String, List<String>> query, Instance instance) {
        String name = first(query, "subject_id");
        String pool = first(query, "pool");
        String inPool = pool == null ? pools.get(0) : pool;
        if (!pools.contains(inPool)) {
            return Denial.POOL;
        }
        if (name != null && !SubjectId.isValid(name)) {
            return Denial.SUBJECT;
        }
        return new Admission(name == null ? null : new SubjectId(name), instance, inPool);
    }

    private Object byToken(
            Tokens known, HttpHeaders headers, Map<String, List<String>> query, Instance instance) {
        String inQuery = first(query, "token");
        String token = inQuery == null ? cookie(headers) : inQuery;
        Tokens.Claim claim = token == null ? null : known.verify(token, nowSeconds.getAsLong());
        if (claim == null) {
            return Denial.TOKEN;
        }
        return pools.contains(claim.pool())
                ? new Admission(claim.subject(), instance, claim.pool())
                : Denial.POOL;
    }

    private static @Nullable String cookie(HttpHeaders headers) {
        String header = headers.get(HttpHeaderNames.COOKIE);
        if (header != null) {
            for (Cookie cookie : ServerCookieDecoder.STRICT.decode(header)) {
                if (cookie.name().equals(COOKIE)) {
                    return cookie.value();
                }
            }
        }
        return null;
    }

    private static Instance instance(@Nullable String value) {
        return value == null || value.length() > Instance.MAX_LENGTH
                ? Instance.NONE
                : new Instance(value);
    }

    static @Nullable String first(Map<String, List<String>> query, String key) {
        List<String> values = query.get(key);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
