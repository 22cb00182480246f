using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.Pages.Samples;

/// <summary>A deployed method, and what a request for it may look like.</summary>
internal sealed partial class SampleRoute(ApiResource resource, ApiMethod method)
{
    // The routes of the gateway that this emulator is made for. Others that take a body start with an empty object.
    private static readonly FrozenDictionary<string, string> Bodies = new Dictionary<string, string>
    {
        ["POST /register"] = """{"email":"ada@example.com","password":"Passw0rd!","fullname":"Ada Lovelace"}""",
        ["POST /login"] = """{"email":"ada@example.com","password":"Passw0rd!"}""",
        ["POST /bedrock"] =
            """{"modelId":"amazon.titan-text-express-v1","inferenceParameters":{"inputText":"Hello"}}""",
    }.ToFrozenDictionary();

    public string Name => $"{method.HttpMethod} {resource.Path}";

    public string Verb => method.HttpMethod == "ANY" ? HttpMethods.Get : method.HttpMethod;

    /// <summary>The path, each variable replaced by its name: <c>/items/{id}</c> is <c>/items/id</c>.</summary>
    public string Path => Variable().Replace(resource.Path, "$1");

    /// <summary>JSON; <see langword="null"/> where the verb has no body.</summary>
    public string? Body => Verb switch
    {
        "POST" or "PUT" or "PATCH" => Bodies.GetValueOrDefault(Name, "{}"),
        _ => null,
    };

    [GeneratedRegex(@"\{(\w+)\+?\}")]
    private static partial Regex Variable();
}
