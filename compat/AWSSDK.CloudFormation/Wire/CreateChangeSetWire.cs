using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

/// <summary><c>CreateChangeSet</c> on the wire.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html
/// </remarks>
internal static class CreateChangeSetWire
{
    private static readonly XmlShape<CreateChangeSetResponse> Reply = new()
    {
        { "Id", static (to, xml) => to.Id = xml.Text() },
        { "StackId", static (to, xml) => to.StackId = xml.Text() },
    };

    public static readonly Operation<CreateChangeSetRequest> Operation =
        CloudFormationProtocol.Operation<CreateChangeSetRequest, CreateChangeSetResponse>(
            "CreateChangeSet",
            Write,
            "CreateChangeSetResult",
            Reply,
            "AlreadyExistsException",
            "InsufficientCapabilitiesException",
            "LimitExceededException");

    private static void Write(CreateChangeSetRequest request, QueryWriter query)
    {
        query.Texts("Capabilities", request.Capabilities);
        query.Text("ChangeSetName", request.ChangeSetName);
        query.Text("ChangeSetType", request.ChangeSetType);
        query.Text("ClientToken", request.ClientToken);
        query.Text("DeploymentMode", request.DeploymentMode);
        query.Text("Description", request.Description);
        query.Flag("ImportExistingResources", request.ImportExistingResources);
        query.Flag("IncludeNestedStacks", request.IncludeNestedStacks);
        query.Texts("NotificationARNs", request.NotificationARNs);
        query.Text("OnStackFailure", request.OnStackFailure);
        query.List("Parameters", request.Parameters, ParameterWire.Write);
        query.Texts("ResourceTypes", request.ResourceTypes);
        query.List("ResourcesToImport", request.ResourcesToImport, ResourceToImportWire.Write);
        query.Text("RoleARN", request.RoleARN);
        query.Object("RollbackConfiguration", request.RollbackConfiguration, RollbackConfigurationWire.Write);
        query.Text("StackName", request.StackName);
        query.List("Tags", request.Tags, TagWire.Write);
        query.Text("TemplateBody", request.TemplateBody);
        query.Text("TemplateURL", request.TemplateURL);
        query.Flag("UsePreviousTemplate", request.UsePreviousTemplate);
    }
}
