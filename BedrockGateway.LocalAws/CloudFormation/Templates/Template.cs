using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>A template as it was given, split into its sections.</summary>
/// <remarks>
/// JSON or YAML. <c>Transform</c> (macros, language extensions) is refused.
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
/// </remarks>
internal sealed class Template
{
    private static readonly string[] Sections =
    [
        "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Mappings", "Conditions", "Rules",
        "Resources", "Outputs", "Transform", "Hooks",
    ];

    private readonly JsonObject _root;

    private Template(string body, JsonObject root)
    {
        Body = body;
        _root = root;
        Parameters = Section("Parameters");
        Mappings = Section("Mappings");
        Conditions = Section("Conditions");
        Rules = Section("Rules");
        Outputs = Section("Outputs");
        Resources = ReadResources(Section("Resources"));
    }

    /// <summary>The text that was given, which <c>GetTemplate</c> returns.</summary>
    public string Body { get; }

    public string? Description => _root[nameof(Description)]?.ToString();

    public JsonObject Parameters { get; }

    public JsonObject Mappings { get; }

    public JsonObject Conditions { get; }

    public JsonObject Rules { get; }

    public JsonObject Outputs { get; }

    /// <summary>Resources by logical id, in the order of the template.</summary>
    public OrderedDictionary<string, TemplateResource> Resources { get; }

    /// <exception cref="AwsFault"><c>ValidationError</c>: the text is no template, in CloudFormation's
    /// words.</exception>
    public static Template Parse(string body)
    {
        var node = body.TrimStart().StartsWith('{') ? ParseJson(body) : TemplateYaml.Parse(body);
        var root = node as JsonObject ?? throw ValidationFault.Of("Template format error: unsupported structure.");
        var unknown = root.Select(section => section.Key).Except(Sections).ToArray();
        if (unknown.Length > 0)
        {
            throw ValidationFault.Of($"Invalid template property or properties [{string.Join(", ", unknown)}]");
        }

        if (root.ContainsKey("Transform"))
        {
            throw ValidationFault.Of("LocalAws does not emulate the Transform section of a template.");
        }

        return new(body, root);
    }

    private static JsonNode? ParseJson(string body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: new() { AllowDuplicateProperties = false });
        }
        catch (JsonException invalid)
        {
            throw ValidationFault.Of("Template format error: JSON not well-formed. " +
                $"(line {invalid.LineNumber + 1}, column {invalid.BytePositionInLine + 1})");
        }
    }

    private static OrderedDictionary<string, TemplateResource> ReadResources(JsonObject section)
    {
        if (section.Count == 0)
        {
            throw ValidationFault.Of("Template format error: At least one Resources member must be defined.");
        }

        var resources = new OrderedDictionary<string, TemplateResource>(StringComparer.Ordinal);
        foreach (var (logicalId, definition) in section)
        {
            resources.Add(logicalId, TemplateResource.Read(logicalId, definition));
        }

        return resources;
    }

    private JsonObject Section(string name) => _root[name] switch
    {
        null => [],
        JsonObject section => section,
        _ => throw ValidationFault.Of($"Template format error: {name} must be an object."),
    };
}
