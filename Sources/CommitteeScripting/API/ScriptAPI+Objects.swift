// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

extension ScriptAPI {
    static let objects: [ScriptAPIType] = []
    static let declarationFunctions: [ScriptAPIFunction] = []
}
#endif
