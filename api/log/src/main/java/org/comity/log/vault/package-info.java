/**
 * Keys: what makes a personal value readable, until it is destroyed.
 *
 * <p>Why: events cannot be deleted, so what may have to be forgotten is written only in sealed form, and forgetting is the
 * destruction of a key. Keys live in a database of their own, with a role and backups of their own, wrapped by a master key
 * that is a file beside the node and in no database. The price: who loses the master key has lost every personal value, so
 * it is backed up apart from both databases.
 *
 * <p>No node keeps an opened key in its memory for longer than one answer: the keys of a request are read in one statement
 * each time something of it is shown, so that what one node destroys or restricts no other node shows. The price is that
 * statement. A destroyed key must not lie on in the files of its table either, so the destruction rewrites them; that locks
 * the keys for the moment it takes, and erasures are rare.
 *
 * <p><b>Bytes.</b> A value is sealed with AES-256-GCM (Tink): the ciphertext is 12 bytes of nonce, the enciphered UTF-8 text
 * and 16 bytes of tag, written in base64url without padding. Its associated data are 32 bytes: the 16 bytes of the request's
 * id and the 16 bytes of the value's id, each UUID with its most significant byte first. So a value can be copied into a later
 * event of its request and cannot be moved to another request or take the place of another value.
 *
 * <p>A key is 32 random bytes, wrapped with AES-256-GCM under the wrapping key. Associated data: the 16 bytes of the key's id,
 * the 16 bytes of the request's id, and the UTF-8 bytes of the reference to the person (none for the key of the request).
 *
 * <p>The wrapping key and the node keys are derived from the 32 bytes of the master key by HKDF-SHA-256 (RFC 5869) without
 * salt; the info is {@code comity/1/} followed by {@code wrap}, {@code blind-index}, {@code body}, {@code position} or
 * {@code fingerprint} in ASCII. Each has 32 bytes, except that of positions, which has 64 (AES-SIV, RFC 5297).
 */
@NullMarked
package org.comity.log.vault;

import org.jspecify.annotations.NullMarked;
