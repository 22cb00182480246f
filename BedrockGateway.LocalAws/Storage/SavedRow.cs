namespace BedrockGateway.LocalAws.Storage;

/// <summary>A record as the database keeps it.</summary>
/// <param name="Kind">What it is, such as <c>ssm.parameters</c>.</param>
/// <param name="Id">Unique among its kind.</param>
/// <param name="Json">The record in UTF-8; <see langword="null"/> where it is to be removed.</param>
internal readonly record struct SavedRow(string Kind, string Id, byte[]? Json);
