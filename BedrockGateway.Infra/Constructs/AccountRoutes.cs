using Amazon.CDK.AWS.APIGateway;
using AwsResource = Amazon.CDK.AWS.APIGateway.Resource;

namespace BedrockGateway.Infra.Constructs;

/// <summary>
/// The routes that lead to the function of accounts. None needs a key; some need a token, and the others are public.
/// </summary>
/// <remarks>
/// Below /login, /confirm, /password and /account the function tells routes apart. It answers preflight, too: a mock
/// takes twice the template, of which CloudFormation takes 51,200 bytes in a call.
/// </remarks>
internal static class AccountRoutes
{
    private const string Greedy = "{proxy+}";

    // What any page reads without asking first.
    private const string Document = "openapi.json";

    private static readonly (string Path, string Verb)[] Public =
    [
        ("register", "POST"),
        ("confirm", "POST"),
        ($"confirm/{Greedy}", "POST"),
        ("login", "POST"),
        ($"login/{Greedy}", "POST"),
        ("refresh", "POST"),
        ($"password/{Greedy}", "POST"),
    ];

    // password/change wins over what is greedy beside it.
    private static readonly (string Path, string Verb)[] WithToken =
    [
        ("logout", "POST"),
        ("password/change", "POST"),
        ("account", "ANY"),
        ($"account/{Greedy}", "ANY"),
        ($"admin/{Greedy}", "ANY"),
    ];

    /// <summary>Methods that call the function for anybody, and so have a throttle of their own.</summary>
    public static IEnumerable<string> Throttled =>
        Public.Select(route => $"/{route.Path}/{route.Verb}")
            .Concat(Public.Concat(WithToken).Select(route => $"/{route.Path}/OPTIONS"))
            .Append($"/{Document}/GET");

    public static void AddTo(RestApi api, IAuthorizer authorizer, Integration accounts)
    {
        var open = new MethodOptions { AuthorizationType = AuthorizationType.NONE };
        var withToken = new MethodOptions
        {
            AuthorizationType = AuthorizationType.COGNITO,
            Authorizer = authorizer,
        };
        api.Root.AddResource(Document).AddMethod("GET", accounts, open);
        Array.ForEach(Public, route => Add(route.Path, route.Verb, open));
        Array.ForEach(WithToken, route => Add(route.Path, route.Verb, withToken));

        void Add(string path, string verb, MethodOptions options)
        {
            AwsResource resource = api.Root.ResourceForPath(path);
            resource.AddMethod(verb, accounts, options);
            resource.AddMethod("OPTIONS", accounts, open);
        }
    }
}
