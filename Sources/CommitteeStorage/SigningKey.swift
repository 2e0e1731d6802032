// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CLibsodium
public import CommitteeKit

/// A key with which heads of journals are signed (Ed25519, RFC 8032, by libsodium).
///
/// Keep it away from the store: whoever has both can make another journal and sign that.
///
/// ```swift
/// let key = SigningKey.generate()
/// let signed = SignedHead(head, signedWith: key)
/// signed.isSigned(by: key.publicKey)    // true
/// ```
public struct SigningKey: Hashable, Sendable {
    private let bytes: [UInt8]
    /// The key with which anybody can check the signatures.
    public let publicKey: PublicKey

    /// Makes a key of random bytes.
    ///
    /// - Returns: The key.
    public static func generate() -> SigningKey {
        Self(seed: JournalContext.secureRandomBytes(Int(crypto_sign_SEEDBYTES)))
    }

    private init(seed: [UInt8]) {
        var publicBytes = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
        var secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
        _ = crypto_sign_seed_keypair(&publicBytes, &secret, seed)
        bytes = secret
        publicKey = PublicKey(bytes: publicBytes)
    }

    /// Reads a key from the text of its file.
    ///
    /// - Parameter text: The text, as ``text`` writes it.
    public init?(text: String) {
        guard let seed = KeyText.bytes(of: text, marked: KeyText.secret), seed.count == 32 else {
            return nil
        }
        self.init(seed: seed)
    }

    /// The key as the text of a file that nobody else may read.
    public var text: String { "\(KeyText.secret) \(Hexadecimal.text(bytes.prefix(32)))\n" }

    func signature(of message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
        _ = crypto_sign_detached(&signature, nil, message, UInt64(message.count), bytes)
        return signature
    }
}

/// A key with which signatures of heads are checked.
public struct PublicKey: Hashable, Sendable {
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads a key from the text of its file.
    ///
    /// - Parameter text: The text, as ``text`` writes it.
    public init?(text: String) {
        guard let bytes = KeyText.bytes(of: text, marked: KeyText.public),
            bytes.count == Int(crypto_sign_PUBLICKEYBYTES)
        else { return nil }
        self.bytes = bytes
    }

    /// The key as the text of a file that everybody may read.
    public var text: String { "\(KeyText.public) \(Hexadecimal.text(bytes))\n" }

    func accepts(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        signature.count == Int(crypto_sign_BYTES)
            && crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
    }
}

/// The text in which keys are kept: a word that tells what it is, and hexadecimal digits.
private enum KeyText {
    static let secret = "committee-secret-key/1"
    static let `public` = "committee-public-key/1"

    static func bytes(of text: String, marked mark: String) -> [UInt8]? {
        let words = text.split { $0 == " " || $0 == "\n" || $0 == "\r\n" || $0 == "\t" }
        guard words.count == 2, words[0] == mark else { return nil }
        return Hexadecimal.bytes(String(words[1]))
    }
}

/// The head of a journal with a signature.
public struct SignedHead: Hashable, Sendable {
    /// The head.
    public let head: JournalHead
    /// The signature of the head's canonical bytes.
    public let signature: [UInt8]

    /// Signs a head.
    ///
    /// - Parameters:
    ///   - head: The head.
    ///   - key: The key.
    public init(_ head: JournalHead, signedWith key: SigningKey) {
        self.head = head
        signature = key.signature(of: head.canonicalBytes)
    }

    /// Returns whether a key's owner signed exactly this head.
    ///
    /// - Parameter key: The public key, which comes from elsewhere and never from the store.
    /// - Returns: Whether the signature is right.
    public func isSigned(by key: PublicKey) -> Bool {
        key.accepts(signature, of: head.canonicalBytes)
    }

    /// The head and its signature as JSON.
    public var json: JSONValue {
        var members = head.json
        members["signature"] = .string(Hexadecimal.text(signature))
        return .object(members)
    }

    /// Reads a signed head.
    ///
    /// - Parameters:
    ///   - bytes: The JSON, in UTF-8.
    ///   - source: The name of the file, for messages.
    /// - Throws: `JSONError` with the line of the first mistake.
    public init(reading bytes: [UInt8], source: String) throws(JSONError) {
        let fields = try JSONFields(
            try JSONReader.read(bytes, source: source),
            in: source,
            known: ["format", "committee", "digest", "entries", "lastHash", "signature"]
        )
        let format = try fields.required("format", as: .text)
        guard format == JournalHead.format else {
            throw fields.error(
                "“\(JSONReader.shown(format))” is not the head of a journal; expected “\(JournalHead.format)”.",
                at: "format"
            )
        }
        let committee = try fields.required("committee", as: .fields(known: ["id", "name"]))
        let bytes = JSONFieldType<String>.text.checked("bytes as hexadecimal digits") {
            Hexadecimal.bytes($0)
        }
        head = JournalHead(
            committee: CommitteeID(try committee.required("id", as: .text)),
            name: try committee.required("name", as: .text),
            digestName: try fields.required("digest", as: .text),
            sequence: try fields.required("entries", as: .integer),
            hash: try fields.required("lastHash", as: bytes)
        )
        signature = try fields.required("signature", as: bytes)
    }
}
#endif
