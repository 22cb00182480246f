using System.Buffers;
using System.Text.Json;
using BedrockGateway.Api.Errors;

namespace BedrockGateway.Api.Wire;

/// <summary>Changes properties of a JSON object and leaves every other byte of it as it is.</summary>
internal static class JsonObjectEdit
{
    /// <summary>Tool schemas nest deeper than the reader's default of 64.</summary>
    public static readonly JsonReaderOptions Options = new() { MaxDepth = 512 };

    /// <summary>Takes properties out of an object, and puts others in at its start.</summary>
    /// <param name="json">The object.</param>
    /// <param name="added">Properties as they are written, such as <c>"a":1,"b":2</c>; empty for none.</param>
    /// <param name="removed">Names of those that go; each as often as it comes.</param>
    /// <exception cref="RequestFault">400: it is no JSON object.</exception>
    public static ReadOnlyMemory<byte> Apply(
        ReadOnlySpan<byte> json, ReadOnlySpan<byte> added, params string[] removed)
    {
        var output = new ArrayBufferWriter<byte>(json.Length + added.Length + 2);
        output.Write("{"u8);
        output.Write(added);
        var isEmpty = added.IsEmpty;
        var reader = new Utf8JsonReader(json, Options);
        try
        {
            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            {
                throw RequestFault.Invalid("The request body must be a JSON object.");
            }

            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var start = (int)reader.TokenStartIndex;
                var isRemoved = IsOneOf(ref reader, removed);
                reader.Read();
                reader.Skip();
                if (!isRemoved)
                {
                    output.Write(isEmpty ? ""u8 : ","u8);
                    output.Write(json[start..(int)reader.BytesConsumed]);
                    isEmpty = false;
                }
            }

            // Refuses whatever follows the object.
            reader.Read();
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a name with half of a surrogate pair.
            throw RequestFault.Invalid("The request body is not valid JSON.");
        }

        output.Write("}"u8);
        return output.WrittenMemory;
    }

    private static bool IsOneOf(ref Utf8JsonReader reader, string[] names)
    {
        foreach (var name in names)
        {
            if (reader.ValueTextEquals(name))
            {
                return true;
            }
        }

        return false;
    }
}
