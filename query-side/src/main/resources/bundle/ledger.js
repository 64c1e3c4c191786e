"use strict";
/*
 * The second implementation of what ops/verifier/FORMAT.md describes: envelope, leaf, tree, proofs, notes, keys, checkpoints,
 * cosignatures, and the bundle made of them. It uses nothing but WebCrypto. Whatever has the wrong form is refused with a
 * Refusal that has a code; nothing that comes from a bundle is believed.
 */
const Ledger = (() => {
  class Refusal extends Error {
    constructor(code) {
      super(code);
      this.code = code;
    }
  }

  const refuse = (code) => {
    throw new Refusal(code);
  };

  const utf8 = new TextEncoder();
  const MOST = Number.MAX_SAFE_INTEGER;

  // ---- bytes and texts

  const join = (...parts) => {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  };

  const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

  /** Padded base64; what does not encode to itself again is refused. */
  const base64 = (text) => {
    let bytes;
    try {
      bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    } catch {
      return refuse("form");
    }
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary) === text ? bytes : refuse("form");
  };

  const hashOf = (text) => {
    const bytes = base64(text);
    return bytes.length === 32 ? bytes : refuse("form");
  };

  const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

  // ---- envelope (1), leaf and node (2)

  const envelope = (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = 1;
    if (bytes.length === 0 || bytes[0] !== 1) refuse("form");
    const field = (length) => {
      if (at + 4 > bytes.length) refuse("form");
      const size = view.getUint32(at);
      at += 4;
      if (at + size > bytes.length || (length !== undefined && size !== length)) refuse("form");
      at += size;
      return bytes.subarray(at - size, at);
    };
    const number = () => {
      const value = field(8);
      const big = new DataView(value.buffer, value.byteOffset, 8).getBigInt64(0);
      if (big > BigInt(MOST) || big < -BigInt(MOST)) refuse("form");
      return Number(big);
    };
    const text = () => {
      const value = field();
      if (value.includes(0)) refuse("form");
      try {
        // a byte order mark is a character like any other
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(value);
      } catch {
        return refuse("form");
      }
    };
    const uuid = (value) => hex(value).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    const read = {
      position: number(),
      stream: text(),
      sequence: number(),
      eventId: uuid(field(16)),
      name: text(),
      revision: text(),
      recordedAt: number(),
      metadata: text(),
      payload: text(),
    };
    return at === bytes.length ? read : refuse("form");
  };

  const leaf = (entry) => sha256(join(Uint8Array.of(0), entry));
  const node = (left, right) => sha256(join(Uint8Array.of(1), left, right));

  const root = async (leaves) => {
    if (leaves.length === 0) return sha256(new Uint8Array());
    if (leaves.length === 1) return leaves[0];
    let k = 1;
    while (k * 2 < leaves.length) k *= 2;
    return node(await root(leaves.slice(0, k)), await root(leaves.slice(k)));
  };

  // ---- proofs (3, 4); whole numbers up to 2^53 - 1, larger ones are refused

  const isCount = (n) => Number.isSafeInteger(n) && n >= 0;
  const odd = (n) => n % 2 === 1;
  const half = (n) => Math.floor(n / 2);

  const includes = async (leafHash, position, size, path, rootHash) => {
    if (!isCount(position) || !isCount(size) || position >= size || path.length > 64) return false;
    let at = position;
    let last = size - 1;
    let reached = leafHash;
    for (const hash of path) {
      if (last === 0) return false;
      if (odd(at) || at === last) {
        reached = await node(hash, reached);
        while (at !== 0 && !odd(at)) {
          at = half(at);
          last = half(last);
        }
      } else {
        reached = await node(reached, hash);
      }
      at = half(at);
      last = half(last);
    }
    return last === 0 && same(reached, rootHash);
  };

  const extendsTo = async (from, to, path, earlier, later) => {
    if (!isCount(from) || !isCount(to) || from > to || path.length > 65) return false;
    if (from === to) return path.length === 0 && same(earlier, later);
    if (from === 0) return path.length === 0 && same(earlier, await root([]));
    let power = 1;
    while (power < from) power *= 2;
    const hashes = power === from ? [earlier, ...path] : path;
    if (hashes.length === 0) return false;
    let at = from - 1;
    let last = to - 1;
    while (odd(at)) {
      at = half(at);
      last = half(last);
    }
    let first = hashes[0];
    let second = hashes[0];
    for (const hash of hashes.slice(1)) {
      if (last === 0) return false;
      if (odd(at) || at === last) {
        first = await node(hash, first);
        second = await node(hash, second);
        while (at !== 0 && !odd(at)) {
          at = half(at);
          last = half(last);
        }
      } else {
        second = await node(second, hash);
      }
      at = half(at);
      last = half(last);
    }
    return last === 0 && same(first, earlier) && same(second, later);
  };

  // ---- notes and keys (5), checkpoints (6), cosignatures (7)

  const isName = (name) => name.length > 0 && !/[\s+]/u.test(name);

  const key = async (text) => {
    const parts = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text);
    if (!parts || !isName(parts[1])) refuse("form");
    const material = base64(parts[3]);
    if (material.length !== 33 || (material[0] !== 1 && material[0] !== 4)) refuse("form");
    const id = hex((await sha256(join(utf8.encode(parts[1] + "\n"), material))).subarray(0, 4));
    if (id !== parts[2]) refuse("form");
    return { text, name: parts[1], id, witness: material[0] === 4, point: material.subarray(1) };
  };

  const note = (text) => {
    const blank = text.lastIndexOf("\n\n");
    // eslint-disable-next-line no-control-regex
    if (blank < 0 || !text.endsWith("\n") || blank + 2 >= text.length || /[\u0000-\u0009\u000b-\u001f]/u.test(text)) {
      refuse("form");
    }
    const signatures = text.slice(blank + 2, -1).split("\n").map((line) => {
      const parts = /^\u2014 (\S+) (\S+)$/u.exec(line);
      if (!parts || !isName(parts[1])) refuse("form");
      const bytes = base64(parts[2]);
      return bytes.length > 4 ? { name: parts[1], id: hex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) } : refuse("form");
    });
    return { text: text.slice(0, blank + 1), signatures };
  };

  const ed25519 = async (point, signature, message) => {
    if (signature.length !== 64) return false;
    let imported;
    try {
      imported = await crypto.subtle.importKey("raw", point, "Ed25519", false, ["verify"]);
    } catch (e) {
      // a browser that does not know the algorithm has checked nothing; a point that is none has signed nothing
      return e.name === "NotSupportedError" ? refuse("browser") : false;
    }
    return crypto.subtle.verify("Ed25519", imported, signature, message);
  };

  /** Which of the known keys have signed; a signature that claims a known key and is not of it spoils the note. */
  const signers = async (signed, known) => {
    const found = [];
    for (const by of known) {
      for (const signature of signed.signatures) {
        if (signature.name !== by.name || signature.id !== by.id) continue;
        let message = signed.text;
        let bytes = signature.bytes;
        let time;
        if (by.witness) {
          if (bytes.length !== 72) refuse("signature");
          time = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0);
          message = `cosignature/v1\ntime ${time}\n${signed.text}`;
          bytes = bytes.subarray(8);
        }
        if (!(await ed25519(by.point, bytes, utf8.encode(message)))) refuse("signature");
        if (!found.some((one) => one.key === by)) found.push({ key: by, time: time === undefined ? undefined : Number(time) });
      }
    }
    return found;
  };

  const checkpoint = (text) => {
    const lines = text.split("\n");
    if (lines.length < 4 || lines.slice(0, -1).includes("") || !/^(0|[1-9][0-9]{0,18})$/.test(lines[1])) refuse("form");
    const size = Number(lines[1]);
    if (!isCount(size) || !isName(lines[0])) refuse("form");
    return { origin: lines[0], size, root: hashOf(lines[2]) };
  };

  // ---- the bundle (9): what a verifier checks, and in which order; the codes of faults are those of the page of formats

  /**
   * Checks a bundle whole and tells what it found: about each event in its order, and about the bundle. Values are never
   * opened; what the server says of them has no part in this.
   */
  const check = async (bundle) => {
    const report = { events: [], faults: [], signers: [], checkpoint: null, whole: false };
    const fault = (code) => report.faults.push(code);
    try {
      const keys = [];
      for (const text of bundle.keys) keys.push(await key(text));
      const signed = note(bundle.checkpoint);
      report.checkpoint = checkpoint(signed.text);
      report.signers = await signers(signed, keys);
      if (!report.signers.some((one) => !one.key.witness && one.key.name === report.checkpoint.origin)) fault("unsigned");
    } catch (e) {
      if (!(e instanceof Refusal)) throw e;
      fault(e.code === "form" ? "checkpoint" : e.code);
    }
    for (const set of bundle.law) if ((await lawDigest(set.tables)) !== set.digest) fault("law");
    let before = null;
    for (const item of bundle.events) {
      const one = await checkItem(item, report.checkpoint);
      one.fault ??= place(one, before, bundle.stream);
      const named = one.metadata === undefined ? undefined : namedLaw(one.metadata);
      one.otherLaw = named !== undefined && !bundle.law.some((set) => set.digest === named);
      report.events.push(one);
      if (one.position !== undefined) before = one;
    }
    const next = before === null ? 0 : before.sequence + 1;
    if (next !== bundle.count) fault("count");
    report.whole = report.faults.length === 0 && report.events.every((one) => !one.fault);
    return report;
  };

  /** SHA-256 over a line with name and digest of each table, in their order: what an event names as its law. */
  const lawDigest = async (tables) => {
    let lines = "";
    for (const table of tables) lines += `${table.name} sha-256:${hex(await sha256(utf8.encode(table.text)))}\n`;
    return `sha-256:${hex(await sha256(utf8.encode(lines)))}`;
  };

  const namedLaw = (metadata) => {
    try {
      return JSON.parse(metadata).law;
    } catch {
      return undefined;
    }
  };

  const checkItem = async (item, tree) => {
    const one = {};
    try {
      let hash;
      if (item.envelope !== undefined) {
        const bytes = base64(item.envelope);
        Object.assign(one, envelope(bytes));
        hash = await leaf(bytes);
      } else {
        one.withheld = true;
        one.position = item.position;
        one.sequence = item.sequence;
        hash = hashOf(item.leaf);
      }
      one.leaf = hex(hash);
      const path = Array.isArray(item.proof) ? item.proof.map(hashOf) : refuse("form");
      if (tree && !(await includes(hash, one.position, tree.size, path, tree.root))) one.fault = "not-in-tree";
    } catch (e) {
      if (!(e instanceof Refusal)) throw e;
      one.fault = "form";
    }
    return one;
  };

  /** What is wrong with the place of an event after another. */
  const place = (one, before, stream) => {
    if (!one.withheld && one.stream !== stream) return "stream";
    if (before !== null && one.position <= before.position) return "order";
    if (one.sequence !== (before === null ? 0 : before.sequence + 1)) return "sequence";
    if (before !== null && one.recordedAt < before.recordedAt) return "time";
    return undefined;
  };

  return { Refusal, base64, hex, sha256, hashOf, envelope, leaf, node, root, includes, extendsTo, key, note, signers, checkpoint, check };
})();
