// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
/// How the parts of an office document belong together (ISO/IEC 29500-2).
struct PackageParts: Sendable {
    /// What a part refers to.
    struct Relation: Sendable {
        var id: String
        /// The last word of the kind, such as `styles`.
        var kind: String
        /// The name of the part, or the address when it is outside.
        var target: String
        var isExternal: Bool
    }

    /// The part that is the document itself.
    private(set) var main: String?
    /// What files of an ending are.
    private(set) var endings: [String: String] = [:]
    /// What parts are, by their names.
    private(set) var kinds: [String: String] = [:]
    private var all: [String: [Relation]] = [:]

    /// Reads how the parts of a file belong together.
    ///
    /// - Throws: ``OfficeError`` when the lists of them are broken.
    init(_ zip: borrowing ZipReader) throws(OfficeError) {
        if let bytes = try zip.part("[Content_Types].xml") {
            let root = try XMLReader.read(bytes, name: "[Content_Types].xml", limits: zip.limits)
            for element in root.elements {
                guard let kind = element.attributes["ContentType"] else { continue }
                if let ending = element.attributes["Extension"] { endings[ending] = kind }
                if let name = element.attributes["PartName"] {
                    kinds[Self.resolved(name, from: "")] = kind
                }
            }
        }
        for name in zip.names {
            guard name.hasSuffix(".rels"), let owner = Self.owner(of: name),
                let bytes = try zip.part(name)
            else { continue }
            let root = try XMLReader.read(bytes, name: name, limits: zip.limits)
            all[owner] = root.elements.compactMap { Self.relation($0, from: owner) }
        }
        main = all[""]?.first { $0.kind == "officeDocument" }?.target
        // Some programs leave the list out.
        if main == nil {
            main = ["word/document.xml", "xl/workbook.xml"].first { zip.has($0) }
        }
    }

    /// What a part refers to, in order.
    func relations(of part: String) -> [Relation] { all[part] ?? [] }

    /// The part of a kind to which a part refers.
    func target(of kind: String, from part: String) -> String? {
        relations(of: part).first { $0.kind == kind && !$0.isExternal }?.target
    }

    /// What a file of a kind is that the document itself is not, such as macros.
    func hasKind(ending: String) -> Bool {
        kinds.values.contains { $0.hasSuffix(ending) }
            || endings.values.contains { $0.hasSuffix(ending) }
    }

    /// The name of the list of what a part refers to.
    static func relationsName(of part: String) -> String {
        let (folder, name) = split(part)
        return "\(folder)_rels/\(name).rels"
    }

    private static func owner(of list: String) -> String? {
        let (folder, name) = split(list)
        guard folder == "_rels/" || folder.hasSuffix("/_rels/") else { return nil }
        return String(folder.dropLast("_rels/".utf8.count) + name.dropLast(".rels".utf8.count))
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }

    private static func relation(_ element: XMLElement, from owner: String) -> Relation? {
        guard let id = element.attributes["Id"], let type = element.attributes["Type"],
            let target = element.attributes["Target"]
        else { return nil }
        let isExternal = element.attributes["TargetMode"] == "External"
        return Relation(
            id: id,
            kind: String(type.split(separator: "/").last ?? ""),
            target: isExternal ? target : resolved(target, from: split(owner).folder),
            isExternal: isExternal
        )
    }

    /// The name of a part, of a target that is written from a folder.
    private static func resolved(_ target: String, from folder: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for part in target.split(separator: "/") {
            if part == ".." {
                _ = parts.popLast()
            } else if part != "." {
                parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}
#endif
