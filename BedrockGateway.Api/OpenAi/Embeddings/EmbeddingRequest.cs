using BedrockGateway.Api.OpenAi.Requests;

namespace BedrockGateway.Api.OpenAi.Embeddings;

/// <summary>What POST /v1/embeddings asks.</summary>
/// <param name="Model">The model's name as the client gave it.</param>
/// <param name="Texts">The texts, 1 to 2,048, none of them empty.</param>
/// <param name="Dimensions">Length of the vectors; <see langword="null"/> for the model's usual.</param>
/// <param name="IsBase64">Whether vectors are float32s in Base64 instead of lists of numbers.</param>
/// <param name="InputType">Cohere's <c>input_type</c>, which is no field of OpenAI's.</param>
/// <remarks>Source: https://platform.openai.com/docs/api-reference/embeddings/create</remarks>
internal sealed record EmbeddingRequest(
    string Model, IReadOnlyList<string> Texts, int? Dimensions, bool IsBase64, string? InputType)
{
    private const int MostTexts = 2048;

    /// <param name="root">The request.</param>
    /// <param name="familyOf">Finds the family of the model.</param>
    /// <exception cref="Errors.RequestFault">400: something in it has another type or value than it may.</exception>
    public static EmbeddingRequest Read(Field root, Func<string, EmbeddingFamily> familyOf)
    {
        var model = SharedFields.ModelOf(root);
        var family = familyOf(model);
        return new(
            model,
            TextsOf(root.Need("input")),
            DimensionsOf(root.Find("dimensions"), family),
            IsBase64Of(root.Find("encoding_format")),
            root.Find("input_type")?.Text());
    }

    // A record would print the texts.
    public override string ToString() => Model;

    private static string[] TextsOf(Field input)
    {
        if (input.IsText)
        {
            return [TextOf(input)];
        }

        string[] texts = [.. input.Items().Select(TextOf)];
        return texts.Length is > 0 and <= MostTexts
            ? texts
            : throw input.Invalid($"expected 1 to {MostTexts} texts");
    }

    private static string TextOf(Field item)
    {
        if (!item.IsText)
        {
            throw item.Unsupported("Token arrays are not supported, as models have tokens of their own: send text.");
        }

        return item.Text() is { Length: > 0 } text ? text : throw item.Invalid("expected a text that is not empty");
    }

    private static int? DimensionsOf(Field? dimensions, EmbeddingFamily family)
    {
        if (dimensions is null)
        {
            return null;
        }

        return dimensions.Integer(1) is var length && family.Dimensions.Contains(length)
            ? length
            : throw dimensions.Invalid($"the model has vectors of {string.Join(", ", family.Dimensions)}");
    }

    private static bool IsBase64Of(Field? format) => format?.Text() switch
    {
        null or "float" => false,
        "base64" => true,
        var other => throw format.Invalid($"'{other}' is none of 'float' and 'base64'"),
    };
}
