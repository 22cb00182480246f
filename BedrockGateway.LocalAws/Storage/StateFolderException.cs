namespace BedrockGateway.LocalAws;

/// <summary>The folder of <see cref="LocalAwsOptions.DataFolder"/> cannot be used; the message says why.</summary>
public sealed class StateFolderException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">A sentence for people, with the folder in it and what to do.</param>
    /// <param name="innerException">What was found, where there is more to it.</param>
    public StateFolderException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
