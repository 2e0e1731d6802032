// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import Synchronization

/// A value that is made when it is first asked for, once, and then kept.
final class Later<Value: Sendable>: Sendable {
    private enum State: Sendable {
        case waits(@Sendable () -> Value)
        case made(Value)
    }

    private let state: Mutex<State>

    init(_ make: @escaping @Sendable () -> Value) {
        state = Mutex(.waits(make))
    }

    /// The value.
    ///
    /// Whoever asks while it is made waits for it.
    var value: Value {
        state.withLock { state in
            switch state {
            case .made(let value): return value
            case .waits(let make):
                let value = make()
                state = .made(value)
                return value
            }
        }
    }
}
#endif
