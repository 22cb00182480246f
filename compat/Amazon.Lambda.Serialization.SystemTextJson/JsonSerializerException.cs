namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>An event or a reply could not be converted; the inner exception says why.</summary>
public class JsonSerializerException : Exception
{
    public JsonSerializerException(string message)
        : base(message)
    {
    }

    public JsonSerializerException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
