using BedrockGateway.Api.Converse;
using BedrockGateway.Api.OpenAi.Prompts;

namespace BedrockGateway.Api.OpenAi.Requests;

/// <summary>Fields that mean the same in both of OpenAI's forms.</summary>
internal static class SharedFields
{
    private const double HighestTemperature = 2;

    public static string ModelOf(Field root) => root.Need("model") is var model && model.Text() is { Length: > 0 } name
        ? name
        : throw model.Invalid("expected the name of a model");

    /// <summary>
    /// Temperature and top_p. OpenAI's temperature goes up to 2, Bedrock's up to 1: above that it is 1.
    /// </summary>
    public static void ReadSampling(Field root, Prompt prompt)
    {
        if (root.Find("temperature")?.Number(0, HighestTemperature) is { } temperature)
        {
            prompt.Request.Temperature = Math.Min(temperature, 1);
        }

        prompt.Request.TopP = root.Find("top_p")?.Number(0, 1);
    }

    /// <summary>The most tokens of the answer, by the first of these names that is there.</summary>
    public static int? LimitOf(Field root, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (root.Find(name) is { } limit)
            {
                return limit.Integer(1);
            }
        }

        return null;
    }

    public static Effort EffortOf(Field? effort) => effort?.Text() switch
    {
        null or "none" => Effort.None,
        "minimal" => Effort.Minimal,
        "low" => Effort.Low,
        "medium" => Effort.Medium,
        "high" => Effort.High,
        "xhigh" or "max" => Effort.Highest,
        var other => throw effort.Invalid(
            $"'{other}' is none of 'none', 'minimal', 'low', 'medium', 'high' and 'xhigh'"),
    };

    /// <summary>The format of an answer that a schema describes.</summary>
    public static AnswerFormat FormatOf(Field format)
    {
        if (format.Find("schema") is { IsObject: false } schema)
        {
            throw schema.WrongType("an object");
        }

        return new(format.Find("schema")?.Value ?? default, format.Find("description")?.Text());
    }
}
