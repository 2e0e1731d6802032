// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import Glibc

/// A type that reads the files of plugins, so that a host may keep them anywhere.
///
/// ``SystemFiles`` reads a folder of the computer; a host that keeps plugins in a database or in
/// memory gives its own.
public protocol PluginFiles: Sendable {
    /// Returns the names in a folder, in any order.
    ///
    /// - Parameter path: The folder, its parts joined by `/`.
    /// - Returns: The names, or nil when there is no such folder.
    /// - Throws: ``PluginError`` when the folder is there and cannot be read.
    func names(in path: String) throws(PluginError) -> [String]?

    /// Returns the bytes of a file.
    ///
    /// - Parameters:
    ///   - path: The file, its parts joined by `/`.
    ///   - limit: The most bytes that are wanted.
    /// - Returns: The bytes, or nil when there is no such file.
    /// - Throws: ``PluginError`` when the file cannot be read, or has more bytes than the limit.
    func bytes(of path: String, limit: Int) throws(PluginError) -> [UInt8]?

    /// Returns whether a file lies in a folder once links are followed.
    ///
    /// Files that know no links need no answer of their own: everything lies where it is named.
    ///
    /// - Parameters:
    ///   - path: The file, its parts joined by `/`.
    ///   - folder: The folder.
    /// - Returns: Whether it lies there; true when there is no such file.
    func lies(_ path: String, in folder: String) -> Bool

    /// Returns the path beside which the lock of a folder stands, the same for every name of it.
    ///
    /// Files that know links follow them here. Without an answer of its own, dots and slashes at the
    /// end of the path are taken away.
    ///
    /// - Parameter path: The folder, as somebody named it.
    /// - Returns: The path, which ends with the folder's own name.
    func place(ofFolder path: String) -> String
}

extension PluginFiles {
    /// Returns that a file lies where it is named.
    public func lies(_ path: String, in folder: String) -> Bool { true }

    /// Returns the path without dots and slashes at its end.
    ///
    /// - Parameter path: The folder, as somebody named it.
    /// - Returns: The path.
    public func place(ofFolder path: String) -> String { FolderPath.withoutTrailingDots(path) }
}

/// The words of a path to a folder.
enum FolderPath {
    /// Returns a path without `/`, `/.` and `/name/..` at its end.
    static func withoutTrailingDots(_ path: String) -> String {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)[...]
        var steps = 0
        while parts.count > 1, let last = parts.last {
            if last == ".." {
                steps += 1
            } else if !last.isEmpty, last != "." {
                guard steps > 0 else { break }
                steps -= 1
            }
            parts.removeLast()
        }
        // What leads above the path's own beginning stays as it is.
        guard steps == 0, parts.last.map({ !["", ".", ".."].contains($0) }) ?? false else {
            return path
        }
        return parts.joined(separator: "/")
    }
}

/// Reads plugins from folders of the computer.
///
/// Only regular files are read, so that a pipe in a plugin's folder cannot hold up the host.
public struct SystemFiles: PluginFiles {
    /// Creates a reader.
    public init() {}

    /// Returns the names in a folder, without those that begin with a point.
    ///
    /// - Parameter path: The folder.
    /// - Returns: The names, or nil when there is no such folder.
    /// - Throws: ``PluginError`` when the folder is there and cannot be read.
    public func names(in path: String) throws(PluginError) -> [String]? {
        guard let folder = opendir(path) else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw Self.problem("The folder “\(path)” cannot be read", errno)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
            guard names.count <= PluginFolder.mostNames else {
                throw PluginError(
                    .tooLarge,
                    "The folder “\(path)” holds more than \(PluginFolder.mostNames) names. Give "
                        + "the folder of plugins itself."
                )
            }
        }
        return names
    }

    /// Returns the bytes of a regular file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - limit: The most bytes that are wanted.
    /// - Returns: The bytes, or nil when there is no such file.
    /// - Throws: ``PluginError`` when the file cannot be read, or has more bytes than the limit.
    public func bytes(of path: String, limit: Int) throws(PluginError) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw Self.problem("The file “\(path)” cannot be read", errno)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw PluginError(
                .unreadable,
                "“\(path)” is not a regular file. Put a file of text there."
            )
        }
        let wanted = min(max(Int(status.st_size), 0), limit) + 1
        var bytes = [UInt8](repeating: 0, count: wanted)
        var length = 0
        while length < wanted {
            let count = bytes.withUnsafeMutableBytes { buffer in
                read(file, buffer.baseAddress?.advanced(by: length), wanted - length)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw Self.problem("The file “\(path)” cannot be read", errno)
            }
            if count == 0 { break }
            length += count
        }
        guard length <= limit else {
            throw PluginError(
                .tooLarge,
                "The file “\(path)” is longer than \(limit) bytes. Split it."
            )
        }
        return Array(bytes.prefix(length))
    }

    /// Returns the path beside which the lock of a folder stands, once links are followed.
    ///
    /// A path that no link and no dots stand for stays as it is written.
    ///
    /// - Parameter path: The folder, as somebody named it.
    /// - Returns: The path.
    public func place(ofFolder path: String) -> String {
        var written = Substring(path)
        while written.utf8.count > 1, written.utf8.last == UInt8(ascii: "/") {
            written = Substring(written.utf8.dropLast())
        }
        guard let real = Self.realPath(path) else { return FolderPath.withoutTrailingDots(path) }
        let slash = written.utf8.lastIndex(of: UInt8(ascii: "/"))
        let name = slash.map { written[written.utf8.index(after: $0)...] } ?? written
        let parent = slash.map { String(written[...$0]) } ?? "."
        guard var above = Self.realPath(parent) else { return real }
        if above.utf8.last != UInt8(ascii: "/") { above += "/" }
        return Array((above + name).utf8) == Array(real.utf8) ? String(written) : real
    }

    /// Returns whether a file lies in a folder once links are followed.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - folder: The folder, which may be reached by a link itself.
    /// - Returns: Whether it lies there; true when there is no such file.
    public func lies(_ path: String, in folder: String) -> Bool {
        guard let file = Self.realPath(path), let inside = Self.realPath(folder) else {
            return true
        }
        return file.utf8.starts(with: inside.utf8)
            && file.utf8.dropFirst(inside.utf8.count).first == UInt8(ascii: "/")
    }

    private static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    private static func problem(_ words: String, _ number: Int32) -> PluginError {
        let reason = strerror(number).map { String(cString: $0) } ?? "error \(number)"
        return PluginError(.unreadable, "\(words): \(reason). Check its path and its rights.")
    }
}
#endif
