package org.comity.log.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The recursive definitions of RFC 6962 section 2.1, word for word, over leaf hashes in hexadecimal; independent of what it
 * tests. It remembers the roots it has made, since the definitions make the same ones over and over.
 */
final class NaiveTree {
    private final List<String> leaves;
    private final Map<List<Integer>, String> roots = new HashMap<>();

    NaiveTree(List<String> leaves) {
        this.leaves = leaves;
    }

    /** MTH(D[begin:end]). */
    String root(int begin, int end) {
        if (begin == end) {
            return sha256("");
        }
        if (begin + 1 == end) {
            return leaves.get(begin);
        }
        String known = roots.get(List.of(begin, end));
        if (known != null) {
            return known;
        }
        int k = split(end - begin);
        String root = sha256("01" + root(begin, begin + k) + root(begin + k, end));
        roots.put(List.of(begin, end), root);
        return root;
    }

    /** PATH(m, D[begin:end]). */
    List<String> path(int m, int begin, int end) {
        int n = end - begin;
        if (n == 1) {
            return List.of();
        }
        int k = split(n);
        return m < k
                ? plus(path(m, begin, begin + k), root(begin + k, end))
                : plus(path(m - k, begin + k, end), root(begin, begin + k));
    }

    /** PROOF(m, D[n]). */
    List<String> proof(int m, int n) {
        return m == 0 ? List.of() : subproof(m, 0, n, true);
    }

    private List<String> subproof(int m, int begin, int end, boolean whole) {
        int n = end - begin;
        if (m == n) {
            return whole ? List.of() : List.of(root(begin, end));
        }
        int k = split(n);
        return m <= k
                ? plus(subproof(m, begin, begin + k, whole), root(begin + k, end))
                : plus(subproof(m - k, begin + k, end, false), root(begin, begin + k));
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<String> plus(List<String> path, String hash) {
        var longer = new ArrayList<>(path);
        longer.add(hash);
        return longer;
    }

    private static String sha256(String hex) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(HexFormat.of().parseHex(hex)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
