package health.consilium.gateway.auth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tokens made from a real one that nobody may be fooled by. */
final class Forgeries {

    private Forgeries() {}

    /** With a role more, under the old signature. */
    static String withRole(String token, String role) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + encode(claims.replace("\"roles\":[", "\"roles\":[\"" + role + "\",")) + "." + parts[2];
    }

    /** With {@code alg: none} and no signature. */
    static String unsigned(String token) {
        return encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + token.split("\\.", -1)[1] + ".";
    }

    /** With HS256, the secret being the realm's public key. */
    static String signedWithPublicKey(String token, byte[] publicKey) throws Exception {
        var real = SignedJWT.parse(token);
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(real.getHeader().getKeyID())
                .build();
        var forged = new SignedJWT(header, real.getJWTClaimsSet());
        forged.sign(new MACSigner(publicKey));
        return forged.serialize();
    }

    /** With a good RS256 signature of a key that the realm does not have, under the realm's key id. */
    static String signedByStranger(String token) throws Exception {
        var real = SignedJWT.parse(token);
        var key = new RSAKeyGenerator(2048).keyID(real.getHeader().getKeyID()).generate();
        var forged = new SignedJWT(real.getHeader(), real.getJWTClaimsSet());
        forged.sign(new RSASSASigner(key));
        return forged.serialize();
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
