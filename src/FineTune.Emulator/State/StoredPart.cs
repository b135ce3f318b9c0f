namespace FineTune.Emulator.State;

/// <summary>One part of an upload.</summary>
internal sealed record StoredPart(string Id, long CreatedAt, long Bytes);
