using System.Text.Json;

namespace BedrockGateway.Api.OpenAi.Catalogue;

/// <summary>A name that a client may call a model by.</summary>
/// <param name="Id">A model's id, a profile's id or ARN, or an alias.</param>
/// <param name="Arn">Its ARN, which may be called as well; <see langword="null"/> for an alias.</param>
/// <param name="Created">When it came, in seconds since 1970; 0 where nobody says.</param>
/// <param name="Owner">The model's provider, such as <c>Anthropic</c>.</param>
internal sealed record CallableModel(string Id, string? Arn, long Created, string Owner)
{
    /// <summary>Writes the properties of an object <c>model</c>.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("id", Id);
        json.WriteString("object", "model");
        json.WriteNumber("created", Created);
        json.WriteString("owned_by", Owner);
    }
}
