// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting
import CLuaHost
internal import Synchronization

/// Makes the columns of an edition that were only declared, when they are first read.
///
/// C asks for a column on the thread of the run that reads it, for one at a time, and not again once
/// it was made.
final class ScriptColumnSource: Sendable {
    /// A column's name, and how its values are made.
    struct Maker: Sendable {
        var name: String
        var make: @Sendable () -> ScriptColumn.Values
    }

    private let types: [(name: String, rows: Int)]
    // By type, then by the column's place.
    private let makers: Mutex<[[Int: Maker]]>

    init(types: [(name: String, rows: Int)]) {
        self.types = types
        makers = Mutex(Array(repeating: [:], count: types.count))
    }

    func add(_ maker: Maker, type: Int, at place: Int) {
        makers.withLock { $0[type][place] = maker }
    }

    /// Lets an edition ask from here on; it keeps the source for as long as it lives.
    func serve(_ edition: OpaquePointer) {
        guard makers.withLock({ $0.contains { !$0.isEmpty } }) else { return }
        clh_edition_set_source(
            edition,
            Unmanaged.passRetained(self).toOpaque(),
            { source, edition, type, column in
                guard let source, let edition else { return 0 }
                let columns = Unmanaged<ScriptColumnSource>.fromOpaque(source).takeUnretainedValue()
                return columns.fill(edition, Int(type), Int(column)) ? 1 : 0
            },
            { source in
                guard let source else { return }
                Unmanaged<ScriptColumnSource>.fromOpaque(source).release()
            }
        )
    }

    /// Makes a column.
    ///
    /// - Returns: Whether it could be made.
    private func fill(_ edition: OpaquePointer, _ type: Int, _ place: Int) -> Bool {
        let maker = makers.withLock { makers in
            makers.indices.contains(type) ? makers[type][place] : nil
        }
        guard let maker else { return false }
        let writer = ScriptEditionWriter(edition: edition, types: types, source: self)
        do throws(ScriptEditionError) {
            try writer.add(ScriptColumn(maker.name, maker.make()), to: type)
            return true
        } catch {
            return false
        }
    }
}
#endif
