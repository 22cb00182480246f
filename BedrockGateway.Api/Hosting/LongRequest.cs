namespace BedrockGateway.Api.Hosting;

/// <summary>Metadata of routes on which a model takes its time.</summary>
internal sealed class LongRequest
{
    public static readonly LongRequest Instance = new();
}
