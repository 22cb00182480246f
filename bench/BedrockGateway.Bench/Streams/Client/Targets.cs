namespace BedrockGateway.Bench.Streams.Client;

/// <summary>What is between client and upstream.</summary>
internal static class Targets
{
    /// <summary>Nothing.</summary>
    public const string Plain = "plain";

    /// <summary>A YARP forwarder that adds nothing.</summary>
    public const string Yarp = "YARP";

    /// <summary>The API on Kestrel.</summary>
    public const string Gateway = "gateway";
}
