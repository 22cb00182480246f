using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.Pages.Samples;

/// <summary>A deployed method, and what a request for it may look like.</summary>
/// <param name="resource">The resource.</param>
/// <param name="verb">Verb of the request.</param>
internal sealed partial class SampleRoute(ApiResource resource, string verb)
{
    // The routes of the gateway that this emulator is made for. Others that take a body start with an empty object.
    private static readonly FrozenDictionary<string, string> Bodies = new Dictionary<string, string>
    {
        ["POST /register"] = """{"email":"ada@example.com","password":"Passw0rd!","fullname":"Ada Lovelace"}""",
        ["POST /login"] = """{"email":"ada@example.com","password":"Passw0rd!"}""",
        ["POST /bedrock"] =
            """{"modelId":"amazon.titan-text-express-v1","inferenceParameters":{"inputText":"Hello"}}""",
    }.ToFrozenDictionary();

    public string Name => $"{Verb} {resource.Path}";

    public string Verb => verb;

    /// <summary>The path, each variable replaced by its name: <c>/items/{id}</c> is <c>/items/id</c>.</summary>
    public string Path => Variable().Replace(resource.Path, "$1");

    /// <summary>JSON; <see langword="null"/> where the verb has no body.</summary>
    public string? Body => Verb switch
    {
        "POST" or "PUT" or "PATCH" => Bodies.GetValueOrDefault(Name, "{}"),
        _ => null,
    };

    /// <summary>What a method answers: its verb, and of <c>ANY</c> the two that most APIs have.</summary>
    public static IEnumerable<SampleRoute> Of(ApiResource resource, ApiMethod method)
    {
        string[] verbs = method.HttpMethod == "ANY" ? [HttpMethods.Get, HttpMethods.Post] : [method.HttpMethod];
        return verbs.Select(verb => new SampleRoute(resource, verb));
    }

    [GeneratedRegex(@"\{(\w+)\+?\}")]
    private static partial Regex Variable();
}
