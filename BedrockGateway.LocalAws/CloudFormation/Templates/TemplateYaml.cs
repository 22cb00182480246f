using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.Wire;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Scalar = YamlDotNet.Core.Events.Scalar;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>
/// Reads a YAML template as the JSON it stands for. The CDK CLI sends templates that are no assets as YAML.
/// </summary>
/// <remarks>
/// Goes by parser events, without any reflection, and knows the short forms of functions (<c>!Ref A</c> is
/// <c>{"Ref": "A"}</c>).
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
/// </remarks>
internal static partial class TemplateYaml
{
    /// <exception cref="AwsFault"><c>ValidationError</c>: it is no YAML, or uses what CloudFormation does not
    /// take.</exception>
    public static JsonNode? Parse(string body)
    {
        try
        {
            using var text = new StringReader(body);
            var parser = new Parser(text);
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return null;
            }

            parser.Consume<DocumentStart>();
            return ReadNode(parser);
        }
        catch (YamlException invalid)
        {
            throw NotWellFormed(invalid.Start);
        }
    }

    private static JsonNode? ReadNode(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return Tagged(scalar, scalar.Tag.IsEmpty ? ValueOf(scalar) : scalar.Value);
        }

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var list = new JsonArray();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                list.Add(ReadNode(parser));
            }

            return Tagged(sequence, list);
        }

        if (parser.TryConsume<MappingStart>(out var mapping))
        {
            return Tagged(mapping, ReadMap(parser));
        }

        throw ValidationFault.Of("Template error: YAML aliases are not allowed in CloudFormation templates");
    }

    private static JsonObject ReadMap(Parser parser)
    {
        var map = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (map.ContainsKey(key.Value))
            {
                throw NotWellFormed(key.Start);
            }

            map.Add(key.Value, ReadNode(parser));
        }

        return map;
    }

    // !Ref A -> {"Ref": "A"}, !Condition C -> {"Condition": "C"}, !GetAtt A.B -> {"Fn::GetAtt": "A.B"}
    private static JsonNode? Tagged(NodeEvent node, JsonNode? value)
    {
        if (node.Tag.IsEmpty || !node.Tag.Value.StartsWith('!'))
        {
            return value;
        }

        var name = node.Tag.Value[1..];
        return new JsonObject { [name is "Ref" or "Condition" ? name : "Fn::" + name] = value };
    }

    private static JsonNode? ValueOf(Scalar scalar) => scalar switch
    {
        { Style: not ScalarStyle.Plain } => scalar.Value,
        { Value: "" or "~" or "null" } => null,
        { Value: "true" } => true,
        { Value: "false" } => false,
        _ when Number().IsMatch(scalar.Value) => JsonNode.Parse(scalar.Value),
        _ => scalar.Value,
    };

    private static AwsFault NotWellFormed(Mark mark) => ValidationFault.Of(
        $"Template format error: YAML not well-formed. (line {mark.Line}, column {mark.Column})");

    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?\z")]
    private static partial Regex Number();
}
