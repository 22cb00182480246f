namespace Amazon.Lambda.Core;

/// <summary>Turns events and replies into streams and back.</summary>
public interface ILambdaSerializer
{
    T Deserialize<T>(Stream requestStream);

    void Serialize<T>(T response, Stream responseStream);
}
