package health.consilium.defaults.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;

/** An issuer of tokens that goes down, changes its key and signs whatever a test wants. */
final class Issuer {

    private final HttpServer server;
    private volatile RSAKey key = newKey();
    private volatile boolean down;

    private Issuer(HttpServer server) {
        this.server = server;
    }

    static Issuer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = new Issuer(server);
            server.createContext("/protocol/openid-connect/certs", issuer::keys);
            server.start();
            return issuer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void goDown() {
        down = true;
    }

    void comeUp() {
        down = false;
    }

    void changeKey() {
        key = newKey();
    }

    /** A good token but for what the test changes about it. */
    String token(Consumer<JWTClaimsSet.Builder> change) {
        return signed(key, claims(change));
    }

    String tokenOfAStranger() {
        return signed(newKey(), claims(claims -> {}));
    }

    /** Signed by a stranger who claims the key id of this issuer. */
    String tokenUnderOurKeyId() {
        try {
            RSAKey stranger = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
            return signed(stranger, claims(claims -> {}));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String tokenWithoutSignature() {
        return new PlainJWT(claims(claims -> {})).serialize();
    }

    /** Signed with the public key as if that were a shared secret. */
    String tokenSignedWithThePublicKey() {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims(claims -> {}));
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .audience("consilium-api")
                .subject("somebody")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
        change.accept(claims);
        return claims.build();
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void keys(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            if (down) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
