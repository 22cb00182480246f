namespace Amazon.Lambda.AspNetCoreServer;

/// <summary>How a reply's body travels in the event.</summary>
public enum ResponseContentEncoding
{
    /// <summary>As text.</summary>
    Default = 0,

    /// <summary>As Base64, for content that is no text.</summary>
    Base64,
}
