namespace BedrockGateway.LocalAws.Storage;

/// <summary>The records of one kind, as <see cref="StateLog"/> sees them.</summary>
internal interface ISavedRecords
{
    /// <summary>A record as it now is.</summary>
    SavedRow Read(string id);
}
