#nullable enable
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What mobile SDKs tell of their caller, as JSON in two headers of a poll.</summary>
internal static class CallerContext
{
    // {"client":{"installation_id":"","app_title":"","app_version_name":"","app_version_code":"",
    //   "app_package_name":""},
    //  "custom":{"k":"v"},"env":{"k":"v"}}
    public static IClientContext? ParseClient(string? json) =>
        Parse(json) is { } context ? new Client(context) : null;

    // {"cognitoIdentityId":"...","cognitoIdentityPoolId":"..."}
    public static ICognitoIdentity? ParseIdentity(string? json) =>
        Parse(json) is { } identity ? new Caller(identity) : null;

    private static JsonNode? Parse(string? json) => string.IsNullOrEmpty(json) ? null : JsonNode.Parse(json);

    private static Dictionary<string, string> Texts(JsonNode? map) => (map as JsonObject ?? [])
        .ToDictionary(entry => entry.Key, entry => entry.Value?.ToString() ?? string.Empty, StringComparer.Ordinal);

    private sealed class Client(JsonNode context) : IClientContext, IClientApplication
    {
        public IDictionary<string, string> Environment { get; } = Texts(context["env"]);

        public IDictionary<string, string> Custom { get; } = Texts(context["custom"]);

        IClientApplication? IClientContext.Client => context["client"] is null ? null : this;

        public string? AppPackageName => (string?)context["client"]?["app_package_name"];

        public string? AppTitle => (string?)context["client"]?["app_title"];

        public string? AppVersionCode => (string?)context["client"]?["app_version_code"];

        public string? AppVersionName => (string?)context["client"]?["app_version_name"];

        public string? InstallationId => (string?)context["client"]?["installation_id"];
    }

    private sealed class Caller(JsonNode identity) : ICognitoIdentity
    {
        public string? IdentityId => (string?)identity["cognitoIdentityId"];

        public string? IdentityPoolId => (string?)identity["cognitoIdentityPoolId"];
    }
}
