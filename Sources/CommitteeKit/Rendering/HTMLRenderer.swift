// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public struct HTMLRenderer: DocumentRenderer { public init() {}
 public var mediaType: String { "x" }
 public func render(_ document: Document, into sink: inout some ByteSink) {} }
public struct PlainTextRenderer: DocumentRenderer { public init() {}
 public var mediaType: String { "x" }
 public func render(_ document: Document, into sink: inout some ByteSink) {} }
