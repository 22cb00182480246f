using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary><c>ListExports</c>: exported outputs of all stacks, on one page.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListExports.html</remarks>
internal sealed class ListExports(StackStore stacks) : ICloudFormationOperation
{
    public string Name => nameof(ListExports);

    public XElement Handle(QueryParameters form) => new("ListExportsResult", StackXml.List(
        "Exports",
        stacks.All().SelectMany(stack => stack.State.Outputs
            .Where(output => output.ExportName is not null)
            .Select(IEnumerable<XElement?> (output) =>
            [
                new("ExportingStackId", stack.Id),
                new("Name", output.ExportName!),
                new("Value", output.Value),
            ]))));
}
