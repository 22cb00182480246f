using System.Buffers;
using System.Text.Json;
using BedrockGateway.Api.Converse;
using BedrockGateway.Api.OpenAi.Prompts;

namespace BedrockGateway.Api.OpenAi.Requests;

/// <summary>Reads tools and the choice of them, whose parts have the same names in both of OpenAI's forms.</summary>
internal static class ToolReader
{
    /// <summary>Adds a tool; of two with the same name, the first stays.</summary>
    /// <param name="function">Where name, description and parameters are.</param>
    /// <param name="isCached">Whether the prompt cache may keep all tools up to this one.</param>
    /// <param name="prompt">Where it goes.</param>
    public static void Add(Field function, bool isCached, Prompt prompt)
    {
        var name = function.Need("name");
        if (name.Text().Length == 0)
        {
            throw name.Invalid("expected the name of a tool");
        }

        var parameters = function.Find("parameters");
        if (parameters is { IsObject: false })
        {
            throw parameters.WrongType("an object");
        }

        var valid = prompt.ToolNames.ToBedrock(name.Text());
        if (!prompt.Request.Tools.Exists(tool => tool.Name == valid))
        {
            var schema = WithType(parameters?.Value ?? default);
            prompt.Request.Tools.Add(new(valid, function.Find("description")?.Text(), schema) { EndsCache = isCached });
        }
    }

    /// <summary>Reads the choice of a tool.</summary>
    /// <param name="choice">The field.</param>
    /// <param name="nameOf">
    /// Finds the tool's name in the form's own object; <see langword="null"/> where it has none.
    /// </param>
    /// <param name="prompt">The prompt with all its tools.</param>
    public static void ReadChoice(Field? choice, Func<Field, Field?> nameOf, Prompt prompt)
    {
        // There is nothing to choose from.
        if (choice is null || prompt.Request.Tools.Count == 0)
        {
            return;
        }

        if (choice.IsText)
        {
            prompt.Request.ToolChoice = KindOf(choice);
        }
        else if (choice.Need("type") is var type && type.Text() == "allowed_tools")
        {
            ReadAllowed(choice.Find("allowed_tools") ?? choice, nameOf, prompt);
        }
        else if (nameOf(choice) is { } name)
        {
            prompt.Request.ToolChoice = new(ToolChoiceKind.Tool, Offered(name, prompt));
        }
        else
        {
            throw type.Unsupported($"The choice '{type.Text()}' is not supported: tools are functions here.");
        }
    }

    private static ToolChoice KindOf(Field choice) => choice.Text() switch
    {
        "auto" => default,
        "none" => new(ToolChoiceKind.None),
        "required" => new(ToolChoiceKind.Any),
        var other => throw choice.Invalid($"'{other}' is none of 'auto', 'none' and 'required'"),
    };

    // {"mode":"auto","tools":[{"type":"function","function":{"name":"add"}}]}
    private static void ReadAllowed(Field allowed, Func<Field, Field?> nameOf, Prompt prompt)
    {
        List<string> names =
            [.. allowed.Need("tools").Items().Select(nameOf).OfType<Field>().Select(name => Offered(name, prompt))];
        prompt.Request.ToolChoice = KindOf(allowed.Need("mode"));
        prompt.Request.Tools.RemoveAll(tool => !names.Contains(tool.Name));
    }

    private static string Offered(Field name, Prompt prompt) =>
        prompt.ToolNames.ToBedrock(name.Text()) is var valid && prompt.Request.Tools.Exists(tool => tool.Name == valid)
            ? valid
            : throw name.Invalid($"'{name.Text()}' is not among the tools");

    // Bedrock refuses a schema that does not say that it is an object's.
    private static JsonElement WithType(JsonElement schema)
    {
        if (schema.ValueKind is not JsonValueKind.Object || schema.TryGetProperty("type", out _))
        {
            return schema;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("type", "object");
        foreach (var property in schema.EnumerateObject())
        {
            property.WriteTo(json);
        }

        json.WriteEndObject();
        json.Flush();
        return JsonElement.Parse(buffer.WrittenSpan, new() { MaxDepth = Wire.JsonObjectEdit.Options.MaxDepth });
    }
}
