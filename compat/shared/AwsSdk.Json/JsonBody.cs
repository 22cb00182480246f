using System.Text.Json;
using Amazon.Runtime.Internal;

namespace Compat.AwsSdk;

/// <summary>Writes the JSON object that a request carries.</summary>
internal static class JsonBody
{
    public static void Write<T>(IRequest http, T request, Action<T, Utf8JsonWriter> members)
    {
        var content = new PooledContentStream();
        using (var json = new Utf8JsonWriter(content.BufferWriter))
        {
            json.WriteStartObject();
            members(request, json);
            json.WriteEndObject();
        }

        http.ContentStream = content;
    }
}
