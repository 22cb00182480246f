using BedrockGateway.Api.Converse;

namespace BedrockGateway.Api.OpenAi.Prompts;

/// <summary>Names of a client's tools as Bedrock takes them, and back.</summary>
/// <remarks>
/// Bedrock takes 1 to 64 letters, digits, <c>_</c> and <c>-</c>; clients also use dots, slashes and more.
/// </remarks>
internal sealed class ToolNames
{
    private readonly Dictionary<string, string> _bedrock = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _client = new(StringComparer.Ordinal)
    {
        [AnswerFormat.ToolName] = AnswerFormat.ToolName,
    };

    /// <summary>The name for Bedrock, always the same for the same name.</summary>
    public string ToBedrock(string name)
    {
        if (_bedrock.TryGetValue(name, out var known))
        {
            return known;
        }

        var valid = ToolIds.MakeValid(name);
        if (_client.ContainsKey(valid))
        {
            valid = ToolIds.MakeUnique(valid, name);
        }

        _bedrock[name] = valid;
        _client[valid] = name;
        return valid;
    }

    /// <summary>The client's name; a name that the model made up stays.</summary>
    public string ToClient(string name) => _client.GetValueOrDefault(name, name);
}
