using System.Text.Json.Nodes;
using Amazon.CDK;
using BedrockGateway.Infra;

namespace BedrockGateway.Deploy.Tests;

/// <summary>
/// What <c>cdk synth</c> leaves in <c>cdk.out</c>, with a package that starts the API as it was built with the tests.
/// </summary>
internal static class CloudAssembly
{
    // One Node.js process (jsii) answers for the whole assembly, and it takes one call at a time.
    private static readonly Lock Jsii = new();

    /// <summary>Synthesizes the stack into a new folder below <paramref name="root"/>.</summary>
    /// <param name="root">Where the folder goes.</param>
    /// <param name="settings">What to deploy.</param>
    /// <param name="change">Changes the stack before it is written.</param>
    /// <returns>The folder, for <c>--app</c>.</returns>
    public static string Write(string root, GatewaySettings settings, Action<GatewayStack>? change = null)
    {
        var folder = Path.Combine(root, $"cdk-{Guid.NewGuid():N}");
        lock (Jsii)
        {
            Synthesize(folder, settings, change);
        }

        if (!settings.FunctionsRunLocally)
        {
            UsePackage(Path.Combine(folder, $"{settings.StackName}.assets.json"), PreparePackage(root));
        }

        return folder;
    }

    /// <summary>The template of a folder that <see cref="Write"/> made.</summary>
    public static JsonObject TemplateIn(string folder) => JsonNode.Parse(
        File.ReadAllText(Directory.EnumerateFiles(folder, "*.template.json").Single()))!.AsObject();

    private static void Synthesize(string folder, GatewaySettings settings, Action<GatewayStack>? change)
    {
        var app = new App(new AppProps
        {
            Outdir = folder,
            // What the CDK CLI passes when it is told not to bundle: a native build takes a minute.
            Context = new Dictionary<string, object> { ["aws:cdk:bundling-stacks"] = Array.Empty<string>() },
        });
        var stack = new GatewayStack(app, settings);
        change?.Invoke(stack);
        app.Synth();
    }

    // "files": { "<hash>": { "source": { "path": "<folder>", "packaging": "zip" }, "destinations": { ... } } }
    private static void UsePackage(string manifestPath, string package)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(manifestPath))!;
        foreach (var (_, file) in manifest["files"]!.AsObject())
        {
            var source = file!["source"]!;
            if ((string?)source["packaging"] == "zip")
            {
                source["path"] = package;
            }
        }

        File.WriteAllText(manifestPath, manifest.ToJsonString());
    }

    private static string PreparePackage(string root)
    {
        var folder = Path.Combine(root, "package");
        var bootstrap = Path.Combine(folder, "bootstrap");
        if (!File.Exists(bootstrap))
        {
            Directory.CreateDirectory(folder);
            var api = Path.Combine(AppContext.BaseDirectory, "BedrockGateway.Api.dll");
            File.WriteAllText(bootstrap, $"#!/bin/sh\nexec '{DotNet.Path}' '{api}'\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(
                    bootstrap, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        return folder;
    }
}
